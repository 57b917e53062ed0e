namespace WhatsCommerce.Storefronts;

/// <summary>Represents a message of a customer, as the storefront stores it until it is answered.</summary>
/// <remarks>
/// Media files are not stored: use your own webhook handler for them. <see cref="object.ToString"/> hides the texts.
/// </remarks>
public sealed partial record InboundMessage
{
    /// <summary>Gets the id of the message.</summary>
    [Sensitive]
    public MessageId Id { get; init; }

    /// <summary>Gets the kind of the message.</summary>
    public required InboundMessageKind Kind { get; init; }

    /// <summary>
    /// Gets the text: what was written, the caption of a picture, or the title of the button; <see langword="null"/> when there are none.
    /// At most 4,096 characters.
    /// </summary>
    [Sensitive]
    public string? Text { get; init; }

    /// <summary>Gets the id of the button or row; <see langword="null"/> when none was pressed.</summary>
    [Sensitive]
    public string? ButtonId { get; init; }

    /// <summary>
    /// Gets the response of a form as JSON of at most 16,384 characters; <see langword="null"/> when there is none.
    /// </summary>
    [Sensitive]
    public string? FormJson { get; init; }

    /// <summary>
    /// Gets the text that the chat shows for a form, such as the lines of an address; <see langword="null"/> when there is none.
    /// </summary>
    [Sensitive]
    public string? FormText { get; init; }

    /// <summary>Gets the latitude of a location in degrees north; <see langword="null"/> for other kinds.</summary>
    [Sensitive]
    public double? Latitude { get; init; }

    /// <summary>Gets the longitude of a location in degrees east; <see langword="null"/> for other kinds.</summary>
    [Sensitive]
    public double? Longitude { get; init; }

    /// <summary>Gets the name of a location; <see langword="null"/> when it has none.</summary>
    [Sensitive]
    public string? PlaceName { get; init; }

    /// <summary>Gets the address of a location; <see langword="null"/> when it has none.</summary>
    [Sensitive]
    public string? PlaceAddress { get; init; }

    /// <summary>Gets the retailer id of the product that the message itself names; absent when it names none.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>Gets the id of the catalog of that product.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>
    /// Gets the id of the message that this one replies to, such as the one that showed the products; absent when it is not a reply.
    /// </summary>
    [Sensitive]
    public MessageId RepliesTo { get; init; }

    /// <summary>
    /// Gets the product that the message is about, according to the message itself or the stored conversation; <see langword="null"/> when
    /// it cannot be determined.
    /// </summary>
    public AboutProduct? About { get; init; }

    /// <summary>Gets the customer's profile name; <see langword="null"/> when it is not known.</summary>
    [Sensitive]
    public string? ProfileName { get; init; }
}
