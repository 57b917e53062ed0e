namespace WhatsCommerce.Storefronts;

/// <summary>A message of a customer, as the storefront stores it until it is answered.</summary>
/// <remarks>
/// Pictures and files are not kept: a webhook handler of your own takes them. <see cref="object.ToString"/> hides the texts.
/// </remarks>
public sealed partial record InboundMessage
{
    /// <summary>Gets the id of the message.</summary>
    [Sensitive]
    public MessageId Id { get; init; }

    /// <summary>Gets what it is.</summary>
    public required InboundMessageKind Kind { get; init; }

    /// <summary>
    /// Gets the words: what was written, the caption of a picture, the title of the button; <see langword="null"/> when there are none.
    /// At most 4,096 characters.
    /// </summary>
    [Sensitive]
    public string? Text { get; init; }

    /// <summary>Gets the id of the button or row; <see langword="null"/> when none was pressed.</summary>
    [Sensitive]
    public string? ButtonId { get; init; }

    /// <summary>
    /// Gets the answers of a form as a JSON text of at most 16,384 characters; <see langword="null"/> when there is none.
    /// </summary>
    [Sensitive]
    public string? FormJson { get; init; }

    /// <summary>Gets what the chat shows of a form, such as the address in lines; <see langword="null"/> when there is none.</summary>
    [Sensitive]
    public string? FormText { get; init; }

    /// <summary>Gets the degrees north of a place.</summary>
    [Sensitive]
    public double? Latitude { get; init; }

    /// <summary>Gets the degrees east of a place.</summary>
    [Sensitive]
    public double? Longitude { get; init; }

    /// <summary>Gets the name of a place; <see langword="null"/> when it has none.</summary>
    [Sensitive]
    public string? PlaceName { get; init; }

    /// <summary>Gets the address of a place; <see langword="null"/> when it has none.</summary>
    [Sensitive]
    public string? PlaceAddress { get; init; }

    /// <summary>Gets the product that the message is about; absent when it is about none.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>Gets the catalog of that product.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>Gets the message that this one answers, such as the one that showed the products; absent when it answers none.</summary>
    [Sensitive]
    public MessageId RepliesTo { get; init; }

    /// <summary>
    /// Gets the product that the message is about, by itself or according to the stored conversation;
    /// <see langword="null"/> when nothing decides it.
    /// </summary>
    public AboutProduct? About { get; init; }

    /// <summary>Gets the name that the customer shows; <see langword="null"/> when it is not known.</summary>
    [Sensitive]
    public string? ProfileName { get; init; }
}
