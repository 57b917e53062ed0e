namespace WhatsCommerce.Storefronts;

internal static class HindiPageTexts
{
    public static FrozenDictionary<StorefrontPageText, string> All { get; } = new Dictionary<StorefrontPageText, string>
    {
        [StorefrontPageText.ThanksTitle] = "धन्यवाद!",
        [StorefrontPageText.PaidText] = "आपका ऑर्डर {{order_number}} हो गया है और उसका भुगतान मिल गया है।",
        [StorefrontPageText.DueText] = "आपका ऑर्डर {{order_number}} हो गया है। भुगतान डिलीवरी पर करें।",
        [StorefrontPageText.PlacedText] = "आपका ऑर्डर {{order_number}} हो गया है।",
        [StorefrontPageText.PendingTitle] = "आपका भुगतान आ रहा है",
        [StorefrontPageText.PendingText] =
            "ऑर्डर {{order_number}}: भुगतान मिलते ही हम आपको WhatsApp पर लिखेंगे। आप यह पेज बंद कर सकते हैं।",
        [StorefrontPageText.ReviewTitle] = "हम आपका भुगतान देख रहे हैं",
        [StorefrontPageText.ReviewText] =
            "ऑर्डर {{order_number}}: हमारी टीम भुगतान जाँच रही है और आपको WhatsApp पर लिखेगी। कृपया दोबारा भुगतान न करें।",
        [StorefrontPageText.OpenTitle] = "अभी भुगतान नहीं हुआ",
        [StorefrontPageText.OpenText] =
            "ऑर्डर {{order_number}} का भुगतान नहीं हुआ है। आप अभी भुगतान कर सकते हैं या दूसरा तरीका चुन सकते हैं।",
        [StorefrontPageText.FailedTitle] = "भुगतान पूरा नहीं हुआ",
        [StorefrontPageText.FailedText] =
            "ऑर्डर {{order_number}} का भुगतान नहीं हुआ है। आप फिर से कोशिश कर सकते हैं या दूसरा तरीका चुन सकते हैं।",
        [StorefrontPageText.ExpiredTitle] = "इस भुगतान लिंक का समय समाप्त हो गया है",
        [StorefrontPageText.ExpiredText] = "ऑर्डर {{order_number}} का भुगतान समय पर नहीं हुआ। आप भुगतान का तरीका फिर से चुन सकते हैं।",
        [StorefrontPageText.GoneTitle] = "यह ऑर्डर अब खुला नहीं है",
        [StorefrontPageText.GoneText] =
            "ऑर्डर {{order_number}} बदल दिया गया या रद्द हो गया है। कोई सवाल हो तो कृपया हमें WhatsApp पर लिखें।",
        [StorefrontPageText.CheckingTitle] = "हम आपका भुगतान जाँच रहे हैं",
        [StorefrontPageText.CheckingText] = "भुगतान सेवा ने अभी जवाब नहीं दिया है। दोबारा भुगतान न करें: एक मिनट में फिर जाँचें।",
        [StorefrontPageText.NotKnownTitle] = "हम इस लिंक को नहीं जानते",
        [StorefrontPageText.NotKnownText] = "हो सकता है वह अधूरा हो। कृपया उसे हमारे साथ अपनी WhatsApp चैट से फिर खोलें।",
        [StorefrontPageText.TryLaterTitle] = "कृपया एक मिनट में फिर कोशिश करें",
        [StorefrontPageText.TryLaterText] = "हमारी ओर से कुछ ठीक से काम नहीं किया।",
        [StorefrontPageText.RefusedTitle] = "कृपया पेज फिर से खोलें",
        [StorefrontPageText.RefusedText] = "आपकी सुरक्षा के लिए कुछ नहीं किया गया। पेज फिर से खोलें और वहाँ चुनें।",
        [StorefrontPageText.PayTitle] = "आप कैसे भुगतान करना चाहेंगे?",
        [StorefrontPageText.NoWayText] =
            "ऑर्डर {{order_number}} का भुगतान यहाँ नहीं हो सकता। कृपया हमें WhatsApp पर लिखें, हम कोई रास्ता निकालेंगे।",
        [StorefrontPageText.ChangedTitle] = "आपके कार्ट को फिर से देखना होगा",
        [StorefrontPageText.ChangedText] = "तब से क़ीमतें या स्टॉक बदल गए हैं। कृपया अपना कार्ट WhatsApp पर फिर भेजें।",
        [StorefrontPageText.ConfirmTitle] = "कीमत बदल गई है",
        [StorefrontPageText.ConfirmText] =
            "ऑर्डर {{order_number}} की कीमत पहले {{old_total}} थी। अब यह {{new_total}} है। आपकी सहमति से पहले कोई भुगतान नहीं होगा।",
        [StorefrontPageText.ConfirmButton] = "{{new_total}} मंज़ूर है: {{provider}}",
        [StorefrontPageText.ChatTitle] = "कृपया WhatsApp में भुगतान करें",
        [StorefrontPageText.ChatText] = "ऑर्डर {{order_number}} का भुगतान हमारी WhatsApp चैट में है।",
        [StorefrontPageText.ContinueTitle] = "भुगतान की ओर",
        [StorefrontPageText.ContinueText] = "भुगतान अपने आप खुलता है। न खुले तो बटन दबाएँ।",
        [StorefrontPageText.ContinueButton] = "भुगतान पर जाएँ",
        [StorefrontPageText.ChooseButton] = "भुगतान का तरीका चुनें",
        [StorefrontPageText.CheckButton] = "फिर जाँचें",
        [StorefrontPageText.ReopenButton] = "पेज फिर से खोलें",
        [StorefrontPageText.WhatsAppButton] = "WhatsApp पर वापस",
        [StorefrontPageText.OrderCaption] = "ऑर्डर {{order_number}}",
        [StorefrontPageText.Product] = "उत्पाद",
        [StorefrontPageText.Quantity] = "मात्रा",
        [StorefrontPageText.Amount] = "राशि",
        [StorefrontPageText.Subtotal] = "उप-योग",
        [StorefrontPageText.Discount] = "छूट",
        [StorefrontPageText.Shipping] = "डिलीवरी",
        [StorefrontPageText.Tax] = "कर",
        [StorefrontPageText.Total] = "कुल",
        [StorefrontPageText.TaxIncluded] = "कर शामिल",
    }.ToFrozenDictionary();
}
