using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>What a button of a template does.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, templates/components; webhooks/reference/message_template_components_update.
/// </remarks>
public readonly record struct TemplateButtonType
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word in any case; null or blank means absent.</param>
    public TemplateButtonType(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToUpperInvariant();

    /// <summary>It opens the catalog.</summary>
    public static TemplateButtonType Catalog { get; } = new("CATALOG");

    /// <summary>It copies a code.</summary>
    public static TemplateButtonType CopyCode { get; } = new("COPY_CODE");

    /// <summary>It is an extension.</summary>
    public static TemplateButtonType Extension { get; } = new("EXTENSION");

    /// <summary>It opens a form.</summary>
    public static TemplateButtonType Flow { get; } = new("FLOW");

    /// <summary>It opens a list of products.</summary>
    public static TemplateButtonType ProductList { get; } = new("MPM");

    /// <summary>It opens the details of an order.</summary>
    public static TemplateButtonType OrderDetails { get; } = new("ORDER_DETAILS");

    /// <summary>It fills in a code.</summary>
    public static TemplateButtonType Otp { get; } = new("OTP");

    /// <summary>It calls a number.</summary>
    public static TemplateButtonType PhoneNumber { get; } = new("PHONE_NUMBER");

    /// <summary>It sends its text back.</summary>
    public static TemplateButtonType Postback { get; } = new("POSTBACK");

    /// <summary>It sets a reminder.</summary>
    public static TemplateButtonType Reminder { get; } = new("REMINDER");

    /// <summary>It sends the location.</summary>
    public static TemplateButtonType SendLocation { get; } = new("SEND_LOCATION");

    /// <summary>It opens a product.</summary>
    public static TemplateButtonType Product { get; } = new("SPM");

    /// <summary>It answers with its text.</summary>
    public static TemplateButtonType QuickReply { get; } = new("QUICK_REPLY");

    /// <summary>It opens a page.</summary>
    public static TemplateButtonType Url { get; } = new("URL");

    /// <summary>It calls the business in WhatsApp.</summary>
    public static TemplateButtonType VoiceCall { get; } = new("VOICE_CALL");

    /// <summary>The word in capitals, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is
        "CATALOG" or "COPY_CODE" or "EXTENSION" or "FLOW" or "MPM" or "ORDER_DETAILS" or "OTP" or "PHONE_NUMBER" or "POSTBACK"
        or "REMINDER" or "SEND_LOCATION" or "SPM" or "QUICK_REPLY" or "URL" or "VOICE_CALL";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>CATALOG</c>.</param>
    public static implicit operator TemplateButtonType(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
