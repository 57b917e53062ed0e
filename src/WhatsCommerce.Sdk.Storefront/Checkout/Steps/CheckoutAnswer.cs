namespace WhatsCommerce.Storefronts;

/// <summary>Represents a customer's answer to one checkout step. It is stored with the cart, and copied to the order.</summary>
/// <remarks>
/// Read the address and the delivery method with <see cref="CheckoutAnswersExtensions.GetAddress"/> and
/// <see cref="CheckoutAnswersExtensions.GetDeliveryMethod"/>.
/// </remarks>
public sealed partial record CheckoutAnswer
{
    /// <summary>Gets the name of the step.</summary>
    public required string Step { get; init; }

    /// <summary>
    /// Gets the answer, in the format of the step; <see langword="null"/> while the customer has not answered or not confirmed it.
    /// </summary>
    [Sensitive]
    public string? Value { get; init; }

    /// <summary>Gets an answer that the customer has to confirm; <see langword="null"/> when there is none.</summary>
    [Sensitive]
    public string? Draft { get; init; }

    /// <summary>Gets the id of the message that it was read from, so that a retry does not read the same message twice.</summary>
    [Sensitive]
    public MessageId MessageId { get; init; }
}
