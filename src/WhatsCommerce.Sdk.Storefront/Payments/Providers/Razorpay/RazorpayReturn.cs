using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>Verifies the query parameters that Razorpay adds to the URL of the return page.</summary>
/// <remarks>
/// For your own return pages. It is not needed if the attempt is read back with <see cref="StorefrontCheckout.SettleAsync"/>.
/// Source: razorpay.com/docs/payments/payment-links, "Verify payment signature".
/// </remarks>
public static class RazorpayReturn
{
    /// <summary>Determines whether the query parameters were signed by Razorpay.</summary>
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
