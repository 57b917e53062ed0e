namespace WhatsCommerce.Webhooks;

/// <summary>How the customer wants to pay (<c>payment_method</c>).</summary>
/// <remarks>Source: Meta, payments/payments-br/one-click-payments.</remarks>
public sealed partial record PaymentMethodReply
{
    /// <summary><c>payment_method</c>, such as <c>offsite_card_pay</c>.</summary>
    public string? Method { get; init; }

    /// <summary><c>payment_timestamp</c>: when the customer chose.</summary>
    public DateTimeOffset? ChosenAt { get; init; }

    /// <summary><c>reference_id</c> of the order details that are to be paid.</summary>
    public string? ReferenceId { get; init; }

    /// <summary><c>last_four_digits</c> of the card.</summary>
    [Sensitive]
    public string? LastFourDigits { get; init; }

    /// <summary><c>credential_id</c>: the card, as the business stored it.</summary>
    [Sensitive]
    public string? CredentialId { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
