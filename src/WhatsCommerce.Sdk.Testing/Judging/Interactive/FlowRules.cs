namespace WhatsCommerce.Testing.Judging.Interactive;

/// <summary>The rules for a message that opens a flow. Source: Meta, flows/guides/sendingaflow.</summary>
internal static class FlowRules
{
    public static Refusal? Judge(Place action)
    {
        Place parameters = action["parameters"];
        Place payload = parameters["flow_action_payload"];
        return parameters.NeedObject()
            ?? parameters["flow_message_version"].NeedWord("3")
            ?? Flow(parameters)
            ?? parameters["flow_cta"].NeedText("Flow button text", Limits.FlowButton)
            ?? parameters["mode"].AllowWord("draft", "published")
            ?? parameters["flow_token"].AllowText()
            ?? parameters["flow_action"].AllowWord("navigate", "data_exchange")
            ?? payload.AllowObject()
            ?? payload["screen"].AllowText()
            ?? Data(payload["data"]);
    }

    private static Refusal? Flow(Place parameters)
    {
        Place id = parameters["flow_id"];
        Place name = parameters["flow_name"];
        return (id.IsThere, name.IsThere) switch
        {
            (false, false) => Refusals.Missing($"The parameter {id.Path} or {name.Path} is required."),
            (true, true) => parameters.Wrong("must have either flow_id or flow_name, not both"),
            (true, false) => id.NeedText(),
            _ => name.NeedText(),
        };
    }

    private static Refusal? Data(Place data) =>
        data.Json is null || data.Json is { ValueKind: JsonValueKind.Object } given && given.GetPropertyCount() > 0
            ? null
            : data.Wrong("must be a non-empty object");
}
