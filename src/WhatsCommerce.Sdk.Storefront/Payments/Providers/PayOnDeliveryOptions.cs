using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Storefronts;

/// <summary>The options of paying on delivery.</summary>
public sealed class PayOnDeliveryOptions
{
    internal const string EnglishTitle = "Pay on delivery";

    /// <summary>
    /// Gets or sets what customers read on the button, at most 20 characters. Unless it is set, they read "Pay on delivery" in the language
    /// of the cart, of the six that ship.
    /// </summary>
    public string Title { get; set; } = EnglishTitle;

    /// <summary>Gets or sets the same in other languages, by language such as <c>es</c>.</summary>
    [SuppressMessage(
        "Usage", "CA2227:Collection properties should be read only", Justification = "Options are assigned as often as they are added to.")]
    public IDictionary<string, string> Titles { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the currencies in which the courier takes money; none for all.</summary>
    [SuppressMessage(
        "Usage", "CA2227:Collection properties should be read only", Justification = "Options are assigned as often as they are added to.")]
    public IList<string> Currencies { get; set; } = [];
}
