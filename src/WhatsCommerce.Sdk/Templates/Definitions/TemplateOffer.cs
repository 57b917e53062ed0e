namespace WhatsCommerce.Templates;

/// <summary>The offer of a limited-time offer template.</summary>
public sealed class TemplateOffer
{
    internal TemplateOffer(string? text, bool hasExpiration)
    {
        Text = text;
        HasExpiration = hasExpiration;
    }

    /// <summary>What the offer is called.</summary>
    public string? Text { get; }

    /// <summary>Whether the customer sees when it ends; then a message says when.</summary>
    public bool HasExpiration { get; }

    /// <summary>What else it has on the wire.</summary>
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get; internal init; } = Fields.None;
}
