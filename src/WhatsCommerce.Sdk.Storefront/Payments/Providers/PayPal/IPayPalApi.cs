using Refit;

namespace WhatsCommerce.Storefronts;

/// <summary>Orders v2, Payments v2 and disputes of PayPal. Source: developer.paypal.com/docs/api.</summary>
[Headers("Prefer: return=representation")]
internal interface IPayPalApi
{
    [Post("/v2/checkout/orders")]
    Task<PayPalOrder> CreateOrder(
        [Header("Authorization")] string token,
        [Header("PayPal-Request-Id")] string key,
        [Body] PayPalOrderRequest order,
        CancellationToken cancellationToken);

    [Get("/v2/checkout/orders/{id}")]
    Task<PayPalOrder> GetOrder([Header("Authorization")] string token, string id, CancellationToken cancellationToken);

    [Post("/v2/checkout/orders/{id}/capture")]
    Task<PayPalOrder> Capture(
        [Header("Authorization")] string token,
        [Header("PayPal-Request-Id")] string key,
        string id,
        [Body] PayPalNothing nothing,
        CancellationToken cancellationToken);

    [Get("/v2/payments/captures/{id}")]
    Task<PayPalCapture> GetCapture([Header("Authorization")] string token, string id, CancellationToken cancellationToken);

    [Post("/v2/payments/captures/{id}/refund")]
    Task<PayPalRefund> Refund(
        [Header("Authorization")] string token,
        [Header("PayPal-Request-Id")] string key,
        string id,
        [Body] PayPalRefundRequest refund,
        CancellationToken cancellationToken);

    [Get("/v2/payments/refunds/{id}")]
    Task<PayPalRefund> GetRefund([Header("Authorization")] string token, string id, CancellationToken cancellationToken);

    [Get("/v1/customer/disputes")]
    Task<PayPalDisputes> ListDisputes(
        [Header("Authorization")] string token,
        [AliasAs("disputed_transaction_id")] string capture,
        CancellationToken cancellationToken);

    [Get("/v1/customer/disputes/{id}")]
    Task<PayPalDispute> GetDispute([Header("Authorization")] string token, string id, CancellationToken cancellationToken);
}
