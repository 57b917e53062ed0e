namespace WhatsCommerce.Testing;

/// <summary>The endpoints for conversation routing (thread control). Source: Meta, conversation-routing/overview.</summary>
internal sealed class ThreadEndpoints(CustomerBook customers)
{
    /// <summary>Passes, releases or takes a conversation. The app gets no webhook about its own requests.</summary>
    public ApiResponse Control(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(ThreadControlRules.Judge(call.Body, number.PhoneNumber.Digits!, out ThreadControl control));
        ApiCall.Check(customers.Unreached(control.To).Control(control));
        return ApiResponse.Done();
    }
}
