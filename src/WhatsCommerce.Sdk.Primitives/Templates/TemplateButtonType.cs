namespace WhatsCommerce;

/// <summary>The type of a template's button.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Words are compared case-insensitively, since Meta's own pages write both cases.
/// Source: Meta, templates/components; webhooks/reference/message_template_components_update.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateButtonType
{
    /// <summary>Opens the catalog.</summary>
    [Word("CATALOG")]
    public static partial TemplateButtonType Catalog { get; }

    /// <summary>Copies a code.</summary>
    [Word("COPY_CODE")]
    public static partial TemplateButtonType CopyCode { get; }

    /// <summary>An extension.</summary>
    [Word("EXTENSION")]
    public static partial TemplateButtonType Extension { get; }

    /// <summary>Opens a flow (a form).</summary>
    [Word("FLOW")]
    public static partial TemplateButtonType Flow { get; }

    /// <summary>Opens a list of products.</summary>
    [Word("MPM")]
    public static partial TemplateButtonType ProductList { get; }

    /// <summary>Opens the details of an order.</summary>
    [Word("ORDER_DETAILS")]
    public static partial TemplateButtonType OrderDetails { get; }

    /// <summary>Fills in a one-time code.</summary>
    [Word("OTP")]
    public static partial TemplateButtonType Otp { get; }

    /// <summary>Calls a phone number.</summary>
    [Word("PHONE_NUMBER")]
    public static partial TemplateButtonType PhoneNumber { get; }

    /// <summary>Sends its text back.</summary>
    [Word("POSTBACK")]
    public static partial TemplateButtonType Postback { get; }

    /// <summary>Sets a reminder.</summary>
    [Word("REMINDER")]
    public static partial TemplateButtonType Reminder { get; }

    /// <summary>Sends the location.</summary>
    [Word("SEND_LOCATION")]
    public static partial TemplateButtonType SendLocation { get; }

    /// <summary>Opens a product.</summary>
    [Word("SPM")]
    public static partial TemplateButtonType Product { get; }

    /// <summary>Replies with its text.</summary>
    [Word("QUICK_REPLY")]
    public static partial TemplateButtonType QuickReply { get; }

    /// <summary>Opens a web page.</summary>
    [Word("URL")]
    public static partial TemplateButtonType Url { get; }

    /// <summary>Calls the business in WhatsApp.</summary>
    [Word("VOICE_CALL")]
    public static partial TemplateButtonType VoiceCall { get; }
}
