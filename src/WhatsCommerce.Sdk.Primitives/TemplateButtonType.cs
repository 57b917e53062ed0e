namespace WhatsCommerce;

/// <summary>What a button of a template does.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, templates/components; webhooks/reference/message_template_components_update.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateButtonType
{
    /// <summary>It opens the catalog.</summary>
    [Word("CATALOG")]
    public static partial TemplateButtonType Catalog { get; }

    /// <summary>It copies a code.</summary>
    [Word("COPY_CODE")]
    public static partial TemplateButtonType CopyCode { get; }

    /// <summary>It is an extension.</summary>
    [Word("EXTENSION")]
    public static partial TemplateButtonType Extension { get; }

    /// <summary>It opens a form.</summary>
    [Word("FLOW")]
    public static partial TemplateButtonType Flow { get; }

    /// <summary>It opens a list of products.</summary>
    [Word("MPM")]
    public static partial TemplateButtonType ProductList { get; }

    /// <summary>It opens the details of an order.</summary>
    [Word("ORDER_DETAILS")]
    public static partial TemplateButtonType OrderDetails { get; }

    /// <summary>It fills in a code.</summary>
    [Word("OTP")]
    public static partial TemplateButtonType Otp { get; }

    /// <summary>It calls a number.</summary>
    [Word("PHONE_NUMBER")]
    public static partial TemplateButtonType PhoneNumber { get; }

    /// <summary>It sends its text back.</summary>
    [Word("POSTBACK")]
    public static partial TemplateButtonType Postback { get; }

    /// <summary>It sets a reminder.</summary>
    [Word("REMINDER")]
    public static partial TemplateButtonType Reminder { get; }

    /// <summary>It sends the location.</summary>
    [Word("SEND_LOCATION")]
    public static partial TemplateButtonType SendLocation { get; }

    /// <summary>It opens a product.</summary>
    [Word("SPM")]
    public static partial TemplateButtonType Product { get; }

    /// <summary>It answers with its text.</summary>
    [Word("QUICK_REPLY")]
    public static partial TemplateButtonType QuickReply { get; }

    /// <summary>It opens a page.</summary>
    [Word("URL")]
    public static partial TemplateButtonType Url { get; }

    /// <summary>It calls the business in WhatsApp.</summary>
    [Word("VOICE_CALL")]
    public static partial TemplateButtonType VoiceCall { get; }
}
