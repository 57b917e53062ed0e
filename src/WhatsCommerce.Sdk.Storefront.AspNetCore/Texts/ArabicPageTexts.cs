using System.Collections.Frozen;

namespace WhatsCommerce.Storefronts;

/// <summary>The texts of the pages in Arabic.</summary>
internal static class ArabicPageTexts
{
    public static FrozenDictionary<StorefrontPageText, string> All { get; } = new Dictionary<StorefrontPageText, string>
    {
        [StorefrontPageText.ThanksTitle] = "شكرًا لك!",
        [StorefrontPageText.PaidText] = "تم تسجيل طلبك {{order_number}} ودفع ثمنه.",
        [StorefrontPageText.DueText] = "تم تسجيل طلبك {{order_number}}. الدفع عند الاستلام.",
        [StorefrontPageText.PlacedText] = "تم تسجيل طلبك {{order_number}}.",
        [StorefrontPageText.PendingTitle] = "دفعتك في الطريق",
        [StorefrontPageText.PendingText] = "الطلب {{order_number}}: سنكتب لك على واتساب عند وصول الدفعة. يمكنك إغلاق هذه الصفحة.",
        [StorefrontPageText.ReviewTitle] = "نراجع دفعتك",
        [StorefrontPageText.ReviewText] =
            "الطلب {{order_number}}: يراجع أحد موظفينا الدفعة وسيكتب لك على واتساب. من فضلك لا تدفع مرة أخرى.",
        [StorefrontPageText.OpenTitle] = "لم يُدفع بعد",
        [StorefrontPageText.OpenText] = "لم يُدفع ثمن الطلب {{order_number}}. يمكنك الدفع الآن أو اختيار طريقة أخرى.",
        [StorefrontPageText.FailedTitle] = "لم تنجح الدفعة",
        [StorefrontPageText.FailedText] = "الطلب {{order_number}} غير مدفوع. يمكنك المحاولة مرة أخرى أو اختيار طريقة أخرى.",
        [StorefrontPageText.ExpiredTitle] = "انتهت صلاحية رابط الدفع هذا",
        [StorefrontPageText.ExpiredText] = "لم يُدفع ثمن الطلب {{order_number}} في الوقت المحدد. يمكنك اختيار طريقة الدفع من جديد.",
        [StorefrontPageText.GoneTitle] = "هذا الطلب لم يعد مفتوحًا",
        [StorefrontPageText.GoneText] = "تم استبدال الطلب {{order_number}} أو إلغاؤه. إن كان لديك سؤال فاكتب لنا على واتساب.",
        [StorefrontPageText.CheckingTitle] = "نتحقق من دفعتك",
        [StorefrontPageText.CheckingText] = "لم ترد خدمة الدفع بعد. لا تدفع مرة أخرى: تحقق مجددًا بعد دقيقة.",
        [StorefrontPageText.NotKnownTitle] = "لا نعرف هذا الرابط",
        [StorefrontPageText.NotKnownText] = "قد يكون غير مكتمل. من فضلك افتحه مرة أخرى من محادثتك معنا على واتساب.",
        [StorefrontPageText.TryLaterTitle] = "من فضلك حاول مرة أخرى بعد دقيقة",
        [StorefrontPageText.TryLaterText] = "حدث خطأ ما من جانبنا.",
        [StorefrontPageText.RefusedTitle] = "من فضلك افتح الصفحة مرة أخرى",
        [StorefrontPageText.RefusedText] = "حرصًا على سلامتك لم يُنفَّذ أي شيء. افتح الصفحة مرة أخرى واختر هناك.",
        [StorefrontPageText.PayTitle] = "كيف تود أن تدفع؟",
        [StorefrontPageText.NoWayText] = "لا يمكن دفع ثمن الطلب {{order_number}} هنا. اكتب لنا على واتساب وسنجد طريقة.",
        [StorefrontPageText.ChangedTitle] = "سلتك تحتاج إلى مراجعة",
        [StorefrontPageText.ChangedText] = "تغيّرت الأسعار أو المخزون منذ ذلك الحين. من فضلك أرسل لنا سلتك مرة أخرى على واتساب.",
        [StorefrontPageText.ConfirmTitle] = "تغيّر السعر",
        [StorefrontPageText.ConfirmText] =
            "كان سعر الطلب {{order_number}} عند عرضه {{old_total}}، وهو الآن {{new_total}}. لن يُدفع شيء قبل موافقتك.",
        [StorefrontPageText.ConfirmButton] = "أوافق على {{new_total}}: {{provider}}",
        [StorefrontPageText.ChatTitle] = "من فضلك ادفع في واتساب",
        [StorefrontPageText.ChatText] = "دفعة الطلب {{order_number}} بانتظارك في محادثتنا على واتساب.",
        [StorefrontPageText.ContinueTitle] = "إلى الدفع",
        [StorefrontPageText.ContinueText] = "تُفتح صفحة الدفع تلقائيًا. إن لم تُفتح فاستخدم الزر.",
        [StorefrontPageText.ContinueButton] = "متابعة إلى الدفع",
        [StorefrontPageText.ChooseButton] = "اختر طريقة الدفع",
        [StorefrontPageText.CheckButton] = "تحقق مرة أخرى",
        [StorefrontPageText.ReopenButton] = "افتح الصفحة مرة أخرى",
        [StorefrontPageText.WhatsAppButton] = "العودة إلى واتساب",
        [StorefrontPageText.OrderCaption] = "الطلب {{order_number}}",
        [StorefrontPageText.Product] = "المنتج",
        [StorefrontPageText.Quantity] = "الكمية",
        [StorefrontPageText.Amount] = "المبلغ",
        [StorefrontPageText.Subtotal] = "المجموع الفرعي",
        [StorefrontPageText.Discount] = "الخصم",
        [StorefrontPageText.Shipping] = "التوصيل",
        [StorefrontPageText.Tax] = "الضريبة",
        [StorefrontPageText.Total] = "الإجمالي",
        [StorefrontPageText.TaxIncluded] = "تشمل الضريبة",
    }.ToFrozenDictionary();
}
