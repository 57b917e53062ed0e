namespace WhatsCommerce.Testing.Judging.Orders;

/// <summary>The rules for <c>payments_refund</c> (India). Source: Meta, payments-in/pg.</summary>
internal static class RefundRules
{
    /// <summary>Validates a refund, and reads its amount in hundredths.</summary>
    public static Refusal? Judge(JsonElement? refund, out long hundredths)
    {
        hundredths = 0;
        JsonElement? amount = refund.ObjectMember("amount");
        return string.IsNullOrWhiteSpace(refund.TextMember("reference_id")) ? Refusals.Required("reference_id")
            : string.IsNullOrWhiteSpace(refund.TextMember("payment_config_id")) ? Refusals.Required("payment_config_id")
            : refund.TextMember("speed") is { } speed and not ("normal" or "instant") ? Refusals.NotOneOf("speed", "INSTANT, NORMAL", speed)
            : amount is null ? Refusals.Required("amount")
            : amount.TextMember("currency") is not "INR" ? Refusals.InvalidParameter("The currency of a refund must be INR.")
            : amount.TextMember("offset") is not "100" ? Refusals.InvalidParameter("The offset of an amount in INR must be 100.")
            : !long.TryParse(amount.TextMember("value"), NumberStyles.None, CultureInfo.InvariantCulture, out hundredths) || hundredths == 0
                ? Refusals.InvalidParameter("The value of an amount must be a whole number above zero, in hundredths.")
            : null;
    }
}
