using WhatsCommerce.Testing.Judging.Orders;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints for the lookup and refunds of payments (India). Source: Meta, payments-in/pg.</summary>
internal sealed class PaymentEndpoints(EmulatedPayments payments, IdSequence ids)
{
    public ApiResponse Read(ApiCall call, EmulatedNumber number)
    {
        Payment payment = Named(call.Rest[1], call.Rest[0]);
        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("payments");
            json.WriteStartObject();
            json.WriteString("reference_id", payment.ReferenceId);
            json.WriteString("status", payment.Status);
            json.WriteString("currency", payment.Currency);
            json.WriteStartObject("amount");
            json.WriteNumber("value", payment.Hundredths);
            json.WriteNumber("offset", 100);
            json.WriteEndObject();
            json.WriteStartArray("transactions");
            json.WriteStartObject();
            json.WriteString("id", payment.Number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("type", "upi");
            json.WriteString("status", payment.Transaction);
            json.WriteNumber("created_timestamp", payment.Created.ToUnixTimeSeconds());
            json.WriteNumber("updated_timestamp", payment.Updated.ToUnixTimeSeconds());
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("refunds");
            foreach ((string id, long hundredths) in payment.Refunds)
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteStartObject("amount");
                json.WriteNumber("value", hundredths);
                json.WriteNumber("offset", 100);
                json.WriteEndObject();
                json.WriteString("speed_processed", "normal");
                json.WriteString("status", "pending");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    public ApiResponse Refund(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RefundRules.Judge(call.Body, out long hundredths));
        Payment payment = Named(call.Required("reference_id"), configuration: null);
        string id = "refund_" + ids.Next().ToString(CultureInfo.InvariantCulture);
        ApiCall.Check(payments.Refund(payment.ReferenceId, hundredths, id) is { } problem ? Refusals.InvalidParameter(problem) : null);
        return ApiResponse.Success(json =>
        {
            json.WriteString("id", id);
            json.WriteString("status", "pending");
            json.WriteString("speed_processed", "normal");
        });
    }

    private Payment Named(string referenceId, string? configuration) =>
        payments.Find(referenceId) is { } payment && (configuration is null || payment.Configuration == configuration)
            ? payment
            : throw new RefusedException(
                Refusals.InvalidParameter($"There is no payment with the reference id '{referenceId}' in this payment configuration."));
}
