namespace WhatsCommerce.Payments;

/// <summary>Looks up and refunds payments of orders in India. Available as <see cref="WhatsCommerceClient.Payments"/>.</summary>
/// <remarks>
/// Meta recommends not to rely on the payment webhook alone: look up the payment before you ship the goods.
/// Source: Meta, payments/payments-in/pg.
/// </remarks>
public class PaymentsClient
{
    private static readonly GraphOperation Refund = new("refund", ResponseReader.Of(PaymentsJson.Default.RefundResponse))
    {
        IsSentOnce = true,
        IfUnknown = "Whether the money was given back is not known; it was not tried again. Look the payment up: its refunds tell.",
    };

    private readonly GraphTransport _transport = null!;

    private IPaymentApi Api => field ??= GraphApi.Create<IPaymentApi>(_transport, PaymentsJson.Default);

    private PhoneNumberId Number => _transport.Account.RequirePhoneNumberId();

    internal PaymentsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected PaymentsClient() { }

    /// <summary>Gets the payment of an order.</summary>
    /// <param name="configurationName">The payment configuration of the order.</param>
    /// <param name="referenceId">The reference id of the order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The payment, or <see langword="null"/> when the customer has not started to pay.</returns>
    /// <exception cref="WhatsCommerceValidationException">A name is missing or has characters that Meta does not allow; nothing was
    /// sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<OrderPayment?> FindAsync(
        string configurationName, string referenceId, CancellationToken cancellationToken = default)
    {
        Violations violations = new();
        CheckConfiguration(violations, "configuration_name", configurationName);
        CheckReferenceId(violations, referenceId);
        violations.ThrowIfAny("The look-up of the payment was not sent");
        PaymentsResponse response = await Api.Get(Number, configurationName, referenceId, cancellationToken).ConfigureAwait(false);
        return response.Payments is [PaymentResponse first, ..] ? first.ToPayment() : null;
    }

    /// <summary>Refunds a payment, in whole or in part.</summary>
    /// <remarks>A refund is never retried automatically: if its outcome is unknown, look up the payment before you try again.</remarks>
    /// <param name="refund">The payment and the amount.</param>
    /// <param name="cancellationToken">Cancels the call; it may have been carried out.</param>
    /// <returns>The refund as Meta accepted it, usually pending.</returns>
    /// <exception cref="WhatsCommerceValidationException">It violates rules; nothing was sent.</exception>
    /// <exception cref="OutcomeUnknownException">No response arrived: the refund may or may not have been made.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<RefundReceipt> RefundAsync(RefundRequest refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        refund.Check();
        byte[] body = JsonBytes.Write(refund, static (writer, refund) => refund.WriteTo(writer));
        GraphCall call = _transport.Post(Refund, $"{Number}/payments_refund", body);
        RefundResponse response = await _transport.CallAsync<RefundResponse>(call, cancellationToken).ConfigureAwait(false);
        return new RefundReceipt { Id = response.Id!, State = new(response.Status), Speed = response.SpeedProcessed };
    }

    internal static void CheckReferenceId(Violations violations, string? value)
    {
        const string path = "reference_id";
        violations.RequireReferenceId(path, value, PaymentLimits.ReferenceIdLength);
        if (IsStep(value))
        {
            violations.Add(path, ViolationRule.Format, "No order can have this id.");
        }
    }

    // The business chose the name in Meta's settings; its allowed characters are undocumented.
    internal static void CheckConfiguration(Violations violations, string path, string? value)
    {
        violations.RequireText(path, value, PaymentLimits.ConfigurationNameLength, "The payment configuration");
        if (IsStep(value))
        {
            violations.Add(path, ViolationRule.Format, "It is not a valid name.");
        }
    }

    // As a path segment it would lead to another endpoint.
    private static bool IsStep(string? value) => value is "." or "..";
}
