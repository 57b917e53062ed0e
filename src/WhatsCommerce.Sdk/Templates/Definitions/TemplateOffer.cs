namespace WhatsCommerce.Templates;

/// <summary>The offer of a limited-time offer template.</summary>
public sealed class TemplateOffer
{
    internal TemplateOffer(string? text, bool hasExpiration)
    {
        Text = text;
        HasExpiration = hasExpiration;
    }

    /// <summary>The name of the offer.</summary>
    public string? Text { get; }

    /// <summary>Whether the customer sees when it ends; each message then sets the time.</summary>
    public bool HasExpiration { get; }

    /// <summary>Other members.</summary>
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get; internal init; } = Fields.None;
}
