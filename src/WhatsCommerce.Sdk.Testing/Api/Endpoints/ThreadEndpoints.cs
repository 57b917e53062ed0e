namespace WhatsCommerce.Testing;

/// <summary>The endpoints for conversation routing (thread control). Source: Meta, conversation-routing/overview.</summary>
internal sealed class ThreadEndpoints(CustomerBook customers)
{
    /// <summary>Passes a conversation on, releases it, or takes it. The app hears nothing of what it has done itself.</summary>
    public ApiResponse Control(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(ThreadControlRules.Judge(call.Body, number.PhoneNumber.Digits!, out ThreadControl control));
        ApiCall.Check(customers.Unreached(control.To).Control(control));
        return ApiResponse.Done();
    }
}
