namespace WhatsCommerce.Payments;

/// <summary>Looks up payments. Source: Meta, payments/payments-in/pg.</summary>
internal interface IPaymentApi
{
    [Get("/{number}/payments/{configuration}/{reference}"), GraphOperation("get_payment")]
    Task<PaymentsResponse> Get(PhoneNumberId number, string configuration, string reference, CancellationToken cancellationToken);
}
