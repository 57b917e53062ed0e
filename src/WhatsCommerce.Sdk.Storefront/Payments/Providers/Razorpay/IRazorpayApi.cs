using Refit;

namespace WhatsCommerce.Storefronts;

/// <summary>Payment links, payments, refunds and disputes of Razorpay. Source: razorpay.com/docs/api.</summary>
internal interface IRazorpayApi
{
    [Post("/v1/payment_links")]
    Task<RazorpayLink> CreateLink(
        [Header("Authorization")] string key, [Body] RazorpayLinkRequest link, CancellationToken cancellationToken);

    [Get("/v1/payment_links/{id}")]
    Task<RazorpayLink> GetLink([Header("Authorization")] string key, string id, CancellationToken cancellationToken);

    [Get("/v1/payment_links")]
    Task<RazorpayLinks> ListByReference(
        [Header("Authorization")] string key, [AliasAs("reference_id")] string reference, CancellationToken cancellationToken);

    [Get("/v1/payment_links")]
    Task<RazorpayLinks> ListByPayment(
        [Header("Authorization")] string key, [AliasAs("payment_id")] string payment, CancellationToken cancellationToken);

    [Post("/v1/payment_links/{id}/cancel")]
    Task<RazorpayLink> CancelLink(
        [Header("Authorization")] string key, string id, [Body] RazorpayNothing nothing, CancellationToken cancellationToken);

    [Get("/v1/payments/{id}")]
    Task<RazorpayPayment> GetPayment([Header("Authorization")] string key, string id, CancellationToken cancellationToken);

    [Post("/v1/payments/{id}/refund")]
    Task<RazorpayRefund> Refund(
        [Header("Authorization")] string key,
        [Header("X-Refund-Idempotency")] string idempotencyKey,
        string id,
        [Body] RazorpayRefundRequest refund,
        CancellationToken cancellationToken);

    [Get("/v1/refunds/{id}")]
    Task<RazorpayRefund> GetRefund([Header("Authorization")] string key, string id, CancellationToken cancellationToken);

    [Get("/v1/payments/{id}/refunds")]
    Task<RazorpayRefunds> ListRefunds(
        [Header("Authorization")] string key, string id, int count, CancellationToken cancellationToken);

    [Get("/v1/disputes")]
    Task<RazorpayDisputes> ListDisputes(
        [Header("Authorization")] string key, long from, int count, int skip, CancellationToken cancellationToken);
}
