namespace WhatsCommerce.Payments;

/// <summary>A request to refund a payment.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg.</remarks>
public sealed record RefundRequest
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="referenceId">See <see cref="ReferenceId"/>.</param>
    /// <param name="paymentConfigurationId">See <see cref="PaymentConfigurationId"/>.</param>
    /// <param name="amount">See <see cref="Amount"/>.</param>
    public RefundRequest(string referenceId, string paymentConfigurationId, Money amount)
    {
        ReferenceId = referenceId;
        PaymentConfigurationId = paymentConfigurationId;
        Amount = amount;
    }

    /// <summary>The reference id of the order; at most 35 characters of <c>A-Z a-z 0-9 _ - .</c></summary>
    public string ReferenceId { get; init; }

    /// <summary>The payment configuration of the order.</summary>
    public string PaymentConfigurationId { get; init; }

    /// <summary>
    /// The amount: a part of the payment, or all of it. Greater than zero, in whole minor units of a currency with two decimals.
    /// </summary>
    public Money Amount { get; init; }

    // Indian orders are in rupees; Meta documents no other offset.
    private const int Offset = 100;

    /// <summary>Whether the payment gateway should refund instantly, if it can.</summary>
    public bool IsInstant { get; init; }

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal void Check()
    {
        Violations violations = new();
        PaymentsClient.CheckReferenceId(violations, ReferenceId);
        PaymentsClient.CheckConfiguration(violations, "payment_config_id", PaymentConfigurationId);
        if (Amount.Amount <= 0)
        {
            violations.Add("amount.value", ViolationRule.Range, $"It must be above zero; it is {Amount}.");
        }
        else if (Amount.Currency.MinorUnits != 2)
        {
            violations.Add(
                "amount.currency",
                ViolationRule.NotAllowed,
                $"It must be a currency of two decimal digits, such as INR; it is '{Amount.Currency}'.");
        }
        else if (Amount.Round() != Amount || Amount.Amount > long.MaxValue / (decimal)Offset)
        {
            violations.Add(
                "amount.value", ViolationRule.Format, $"It must be a whole number of minor units; {Amount} is not. Round it first.");
        }

        violations.ThrowIfAny("The refund was not sent");
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("reference_id"u8, ReferenceId);
        writer.WriteString("speed"u8, IsInstant ? "instant"u8 : "normal"u8);
        writer.WriteString("payment_config_id"u8, PaymentConfigurationId);
        writer.WriteStartObject("amount"u8);
        writer.WriteString("currency"u8, Amount.Currency.Code);
        writer.WriteString("value"u8, Amount.ToMinorUnits().ToString(CultureInfo.InvariantCulture));
        writer.WriteString("offset"u8, Offset.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
