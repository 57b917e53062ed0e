using WhatsCommerce.Testing.Judging.Calls;
using WhatsCommerce.Testing.Judging.Numbers;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints for calls, for call permissions and for the settings of a number. Source: Meta, calling.</summary>
internal sealed class CallEndpoints(CustomerBook customers, CallBook calls, TimeProvider time, WebhookSender sender, WebhookBodies bodies)
{
    /// <summary>Starts, answers or ends a call.</summary>
    public ApiResponse Manage(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(CallRules.Judge(call.Body, number.PhoneNumber.Digits!, out CallDemand demand));
        ApiCall.Check(Available(number));
        if (demand.Action == "connect")
        {
            return Connect(demand, number);
        }

        EmulatedCall found = (demand.CallId is { } id ? calls.Find(id, number) : customers.Unreached(demand.To).ActiveCall(number))
            ?? throw new RefusedException(CallRefusals.Unknown());
        ApiCall.Check(found.Customer.Manage(found, demand, out Action afterwards));
        return ApiResponse.Success(
            static json =>
            {
                json.WriteString("messaging_product", "whatsapp");
                json.WriteBoolean("success", true);
            },
            afterwards);
    }

    /// <summary>Returns whether a customer may be called, and the actions that the business can take.</summary>
    public ApiResponse ReadPermission(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(number.IsCallingEnabled ? null : CallRefusals.NotEnabled());
        ApiCall.Check(AddressRules.JudgeCustomer(
            "user_wa_id", call.Text("user_wa_id"), call.Text("recipient"), number.PhoneNumber.Digits!, out Address customer));
        ApiCall.Check(calls.CountRead(number));
        return ApiResponse.Success(json =>
        {
            json.WriteString("messaging_product", "whatsapp");
            customers.Unreached(customer).WriteCallPermission(json, number);
        });
    }

    /// <summary>Changes settings; a change of the call settings triggers a webhook.</summary>
    public ApiResponse ChangeSettings(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RegistrationRules.Change(call.Body, number.IsRegistered));
        number.Settings = CallSettings.Change(call.Body!.Value, number.Settings);
        return ApiResponse.Success(
            static json => json.WriteBoolean("success", true),
            call.Body.Member("calling") is null ? null : () => TellSettings(number));
    }

    private ApiResponse Connect(CallDemand demand, EmulatedNumber number)
    {
        EmulatedCustomer customer = customers.Unreached(demand.To);
        EmulatedCall started = new(calls.NextId(), customer, number, isFromCustomer: false, time.GetUtcNow());
        started.Give(demand.Sdp, demand.CallbackData);
        ApiCall.Check(customer.StartCall(started));
        return ApiResponse.Success(
            json =>
            {
                json.WriteString("messaging_product", "whatsapp");
                json.WriteStartArray("calls");
                json.WriteStartObject();
                json.WriteString("id", started.Id);
                json.WriteEndObject();
                json.WriteEndArray();
            },
            () => customer.Ring(started));
    }

    private static Refusal? Available(EmulatedNumber number) =>
        !number.IsCallingEnabled ? CallRefusals.NotEnabled()
        : CallSettings.UsesSip(number.Settings) ? CallRefusals.OverSip()
        : null;

    private void TellSettings(EmulatedNumber number)
    {
        using JsonDocument settings = JsonDocument.Parse(number.Settings);
        _ = sender.Enqueue("settings calling", bodies.CallSettings(number, settings.RootElement.GetProperty("calling")));
    }
}
