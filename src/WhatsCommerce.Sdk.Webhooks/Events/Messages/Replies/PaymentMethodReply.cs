namespace WhatsCommerce.Webhooks;

/// <summary>Represents the payment method that the customer chose (<c>payment_method</c>).</summary>
/// <remarks>Source: Meta, payments/payments-br/one-click-payments.</remarks>
[WebhookPart]
public sealed partial record PaymentMethodReply
{
    /// <summary><c>payment_method</c>, such as <c>offsite_card_pay</c>.</summary>
    [Wire("payment_method")]
    public string? Method { get; init; }

    /// <summary><c>payment_timestamp</c>: when the customer chose.</summary>
    [Wire("payment_timestamp")]
    public DateTimeOffset? ChosenAt { get; init; }

    /// <summary><c>reference_id</c> of the order details to be paid.</summary>
    [Wire("reference_id", IsId = true)]
    public string? ReferenceId { get; init; }

    /// <summary><c>last_four_digits</c> of the card.</summary>
    [Wire("last_four_digits")]
    [Sensitive]
    public string? LastFourDigits { get; init; }

    /// <summary><c>credential_id</c>: the business's own id of the card.</summary>
    [Wire("credential_id", IsId = true)]
    [Sensitive]
    public string? CredentialId { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
