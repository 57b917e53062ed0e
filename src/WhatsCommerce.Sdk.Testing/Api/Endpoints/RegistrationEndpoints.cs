using WhatsCommerce.Testing.Judging.Numbers;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints for registering a number, and for its automation. Source: Meta's published OpenAPI description.</summary>
internal static class RegistrationEndpoints
{
    /// <summary>Registers the number, and sets its PIN to that of the request.</summary>
    public static ApiResponse Register(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RequestRules.MessagingProduct(call.Text("messaging_product")) ?? RegistrationRules.Pin(call.Text("pin")));
        string pin = call.Text("pin")!;
        ApiCall.Check(number.Pin is null || number.Pin == pin
            ? null
            : new(400, 133005, "(#133005) Two step verification PIN Mismatch"));
        number.Pin = pin;
        number.IsRegistered = true;
        return ApiResponse.Done();
    }

    // Meta does not document what a deregistered number rejects: here it works as before, except that its data storage can be changed.
    public static ApiResponse Deregister(ApiCall call, EmulatedNumber number)
    {
        number.IsRegistered = false;
        return ApiResponse.Done();
    }

    public static ApiResponse RequestCode(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RegistrationRules.CodeRequest(call.Text("code_method"), call.Text("language")));
        return ApiResponse.Done();
    }

    public static ApiResponse VerifyCode(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RegistrationRules.Code(call.Text("code")));
        return ApiResponse.Success(json =>
        {
            json.WriteBoolean("success", true);
            json.WriteString("id", number.Id.Value);
        });
    }

    public static ApiResponse ReadSettings(ApiCall call, EmulatedNumber number) => ApiResponse.Success(json =>
    {
        using JsonDocument settings = JsonDocument.Parse(number.Settings);
        foreach (JsonProperty setting in settings.RootElement.EnumerateObject())
        {
            setting.WriteTo(json);
        }
    });

    public static ApiResponse Automate(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RegistrationRules.Automation(call.Body));
        number.Automation = call.BodyJson is { Length: > 0 } body ? body : [.. "{}"u8];
        return ApiResponse.Done();
    }

    // In Meta's example, a number without a key has an empty one.
    public static ApiResponse ReadPublicKey(ApiCall call, EmulatedNumber number) => ApiResponse.Success(json =>
    {
        json.WriteStartArray("data");
        json.WriteStartObject();
        json.WriteString("business_public_key", number.PublicKey ?? " ");
        json.WriteString("business_public_key_signature_status", number.PublicKey is null ? "MISMATCH" : "VALID");
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public static ApiResponse SetPublicKey(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(RegistrationRules.PublicKey(call.Text("business_public_key")));
        number.PublicKey = call.Text("business_public_key");
        return ApiResponse.Done();
    }
}
