using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>
/// The stable key of a customer, whichever phone number or user id a webhook contains: the key for carts, conversations and locks.
/// </summary>
/// <remarks>
/// Created at random by <see cref="ICustomerIdentities"/>, so that it reveals nothing about the customer and may be logged. When two keys
/// turn out to be one customer's, one of them survives: <see cref="ICustomersMergedHandler"/>. A null, empty or blank value means absent,
/// and equals <see langword="default"/>.
/// </remarks>
public readonly record struct CustomerKey
{
    /// <summary>Initializes the key from its text, as you stored it.</summary>
    /// <param name="value">The text of a key.</param>
    public CustomerKey(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Gets the key, 32 characters; <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Gets a value indicating whether there is a key.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Returns the key, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
