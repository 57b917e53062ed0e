namespace WhatsCommerce.Storefronts;

/// <summary>Verifies the query that Razorpay adds to the address of the return page.</summary>
/// <remarks>
/// For pages of your own. A checkout that reads the attempt back, as <see cref="StorefrontCheckout.SettleAsync"/> does, needs no such word.
/// Source: razorpay.com/docs/payments/payment-links, "Verify payment signature".
/// </remarks>
public static class RazorpayReturn
{
    /// <summary>Determines whether the query is from Razorpay.</summary>
    /// <param name="keySecret">The secret of the key.</param>
    /// <param name="linkId"><c>razorpay_payment_link_id</c>.</param>
    /// <param name="referenceId"><c>razorpay_payment_link_reference_id</c>: the id of the attempt.</param>
    /// <param name="status"><c>razorpay_payment_link_status</c>.</param>
    /// <param name="paymentId"><c>razorpay_payment_id</c>.</param>
    /// <param name="signature"><c>razorpay_signature</c>.</param>
    public static bool IsGenuine(
        string keySecret, string? linkId, string? referenceId, string? status, string? paymentId, string? signature)
    {
        ArgumentException.ThrowIfNullOrEmpty(keySecret);
        return HmacSignature.IsOf(keySecret, Encoding.UTF8.GetBytes($"{linkId}|{referenceId}|{status}|{paymentId}"), signature);
    }
}
