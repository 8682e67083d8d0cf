"""Short pages in four languages, written for the loader tests, as sites print them and readers copy them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """An article's paragraphs with the furniture that its site would print."""

    language: str
    headline: str
    paragraphs: tuple[str, ...]
    site: str
    counter: str
    archive: str
    source: str
    form: tuple[str, str]
    encoding: str


ARABIC = Story(
    "ar",
    "وزير الخارجية العماني يستقبل نظيره النرويجي في مسقط",
    (
        "استقبل وزير الخارجية العماني سالم الحبسي، يوم الأحد، نظيره النرويجي أولاف هانسن، وبحث معه سبل تعزيز التعاون بين البلدين.",
        "وأكد الحبسي خلال اللقاء أهمية الحوار في حل الأزمات، مرحبا بالدور الذي تقوم به أوسلو في رعاية المحادثات بين الأطراف.",
        "من جانبه أعرب هانسن عن أمله في أن تستأنف المفاوضات في أقرب وقت ممكن، مشيرا إلى أن بلاده مستعدة لاستضافة الجولة المقبلة.",
    ),
    "صحيفة المرفأ",
    "1250",
    "من الأرشيف",
    "المصدر : صحيفة المرفأ",
    ("أضف تعليقا", "كل الحقول التي عليها علامة (*) مطلوبة"),
    "windows-1256",
)
ENGLISH = Story(
    "en",
    "Omani minister receives Norwegian counterpart in Muscat",
    (
        "Omani Foreign Minister Salem Al Habsi received his Norwegian counterpart Olav Hansen on Sunday and discussed ways to deepen cooperation.",
        "During the meeting Al Habsi stressed the importance of dialogue in settling crises and welcomed the part that Oslo plays in the talks.",
        "Hansen, for his part, hoped that negotiations would resume as soon as possible and said that his country was ready to host the next round.",
    ),
    "The Harbour Post",
    "1250 views",
    "From the archive",
    "Source: The Harbour Post",
    ("Leave a comment", "Required fields are marked *"),
    "windows-1252",
)
PERSIAN = Story(
    "fa",
    "دیدار وزیر خارجه عمان با همتای نروژی در مسقط",
    (
        "سالم حبسی وزیر خارجه عمان روز یکشنبه با اولاف هانسن همتای نروژی خود دیدار کرد و درباره راه‌های گسترش همکاری دو کشور گفت‌وگو کرد.",
        "حبسی در این دیدار بر اهمیت گفت‌وگو در حل بحران‌ها تاکید کرد و از نقشی که اسلو در پیشبرد مذاکرات دارد استقبال کرد.",
        "هانسن نیز ابراز امیدواری کرد که مذاکرات هرچه زودتر از سر گرفته شود و گفت کشورش آماده میزبانی دور بعدی است.",
    ),
    "روزنامه لنگرگاه",
    "۱۲۵۰ بازدید",
    "از آرشیو",
    "منبع: روزنامه لنگرگاه",
    ("ارسال نظر", "نشانی ایمیل شما منتشر نخواهد شد."),
    "utf-8",
)
RUSSIAN = Story(
    "ru",
    "Глава МИД Омана принял норвежского коллегу в Маскате",
    (
        "Министр иностранных дел Омана Салем аль-Хабси принял в воскресенье своего норвежского коллегу Олафа Хансена и обсудил с ним сотрудничество.",
        "В ходе встречи аль-Хабси подчеркнул важность диалога при урегулировании кризисов и приветствовал роль Осло в проведении переговоров.",
        "Хансен, в свою очередь, выразил надежду, что переговоры возобновятся как можно скорее, и сообщил, что его страна готова принять следующий раунд.",
    ),
    "Портовый вестник",
    "1250 просмотров",
    "Из архива",
    "Источник: Портовый вестник",
    ("Оставить комментарий", "Обязательные поля помечены *"),
    "windows-1251",
)
STORIES = (ARABIC, ENGLISH, PERSIAN, RUSSIAN)


def copied_page(story: Story, day: str = "2021-03-14") -> str:
    """A page as a reader copies it: the article, a list of facts, the headline, the article in one line, a form."""
    facts = "\n".join(f"  • {fact}" for fact in (story.site, day, story.counter, story.archive))
    again = "   ".join(story.paragraphs)
    form = "\n\n".join(story.form)
    return "\n\n".join([*story.paragraphs, facts, story.headline, again, story.source, "", form]) + "\n"


def saved_page(story: Story, head: str = "", top: str = "") -> str:
    """A page as a browser saves it."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in story.paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8"><title>{story.headline} | {story.site}</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a> <a href='/n'>News</a></nav><article><h1>{story.headline}</h1>{top}{body}</article>"
        f"<footer><script>count('<p>never shown</p>')</script></footer></body></html>"
    )
