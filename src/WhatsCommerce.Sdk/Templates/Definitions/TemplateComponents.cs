namespace WhatsCommerce.Templates;

/// <summary>
/// Represents the components of a template, or of one card of its carousel. Components that the SDK does not know are kept.
/// </summary>
public sealed class TemplateComponents
{
    internal TemplateComponents() { }

    /// <summary>The header.</summary>
    public TemplateHeader? Header { get; internal init; }

    /// <summary>The offer of a limited-time offer template.</summary>
    public TemplateOffer? Offer { get; internal init; }

    /// <summary>The text.</summary>
    public TemplateBody? Body { get; internal init; }

    /// <summary>The footer.</summary>
    public TemplateFooter? Footer { get; internal init; }

    /// <summary>The buttons, in the order shown; their index starts at 0.</summary>
    public IReadOnlyList<TemplateButtonDefinition> Buttons { get; internal init => field = [.. value]; } = [];

    /// <summary>The cards of a carousel, in the order shown.</summary>
    public IReadOnlyList<TemplateComponents> Cards { get; internal init => field = [.. value]; } = [];

    /// <summary>Whether it asks the customer for permission to call.</summary>
    public bool AsksToCall { get; internal init; }

    /// <summary>Components that have no property here, unchanged.</summary>
    public IReadOnlyList<JsonElement> OtherComponents { get; internal init => field = [.. value]; } = [];
}
