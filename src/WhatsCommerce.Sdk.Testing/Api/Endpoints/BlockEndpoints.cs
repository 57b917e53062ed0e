namespace WhatsCommerce.Testing;

/// <summary>The endpoints for blocked users of a number. Source: Meta, block-users.</summary>
internal sealed class BlockEndpoints(CustomerBook customers, Paging paging)
{
    public ApiResponse List(ApiCall call, EmulatedNumber number) => paging.Respond(
        call,
        number.Blocked.Users,
        static user => user.Number,
        static (json, user) =>
        {
            json.WriteString("messaging_product", "whatsapp");
            json.WriteString(char.IsAsciiDigit(user.User[0]) ? "wa_id" : "user_id", user.User);
        });

    /// <summary>Blocks users; only users who wrote within the last 24 hours can be blocked.</summary>
    public ApiResponse Block(ApiCall call, EmulatedNumber number) => Change(call, number, "added_users", address =>
    {
        if (!customers.IsInsideWindow(address))
        {
            return "Re-engagement message: the user has not written within the last 24 hours.";
        }

        number.Blocked.Add(address.Value);
        return null;
    });

    public static ApiResponse Unblock(ApiCall call, EmulatedNumber number) => Change(call, number, "removed_users", address =>
        number.Blocked.Remove(address.Value) ? null : "The user is not blocked.");

    private static ApiResponse Change(ApiCall call, EmulatedNumber number, string done, Func<Address, string?> change)
    {
        ApiCall.Check(RequestRules.MessagingProduct(call.Body));
        if (call.Body.ArrayMember("block_users") is not { } users || users.GetArrayLength() == 0)
        {
            return ApiResponse.Error(Refusals.Required("block_users"));
        }

        List<(string Input, string Id)> changed = [];
        List<(string Input, string Problem)> failed = [];
        foreach (JsonElement item in users.EnumerateArray())
        {
            // The documentation of the list has only "user"; clients also send user ids, as webhooks contain them.
            string input = ((JsonElement?)item).TextMember("user") ?? ((JsonElement?)item).TextMember("user_id") ?? "";
            if ((Read(input, number, out Address address) ?? change(address)) is { } problem)
            {
                failed.Add((input, problem));
            }
            else
            {
                changed.Add((input, address.Value));
            }
        }

        return failed.Count == 0
            ? ApiResponse.Success(json => Write(json, done, changed, failed))
            : ApiResponse.Partial(Failed, json => Write(json, done, changed, failed));
    }

    private static Refusal Failed { get; } =
        new(400, 139100, "(#139100) Failed to block/unblock some users") { Details = "Failed to block some users, see failed_users." };

    private static string? Read(string input, EmulatedNumber number, out Address address)
    {
        string member = input.Length > 0 && char.IsAsciiLetter(input[0]) ? "recipient" : "to";
        using JsonDocument request = JsonDocument.Parse($"{{\"{member}\":\"{JsonEncodedText.Encode(input)}\"}}");
        return AddressRules.Judge(request.RootElement, number.PhoneNumber.Digits!, out address)?.Details is { } details ? details
            : address.Value is null ? "The user is neither a phone number nor a user id." : null;
    }

    private static void Write(
        Utf8JsonWriter json, string done, List<(string Input, string Id)> changed, List<(string Input, string Problem)> failed)
    {
        json.WriteString("messaging_product", "whatsapp");
        json.WriteStartObject("block_users");
        json.WriteStartArray(done);
        foreach ((string input, string id) in changed)
        {
            json.WriteStartObject();
            json.WriteString("input", input);
            json.WriteString(char.IsAsciiDigit(id[0]) ? "wa_id" : "user_id", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (failed.Count > 0)
        {
            json.WriteStartArray("failed_users");
            foreach ((string input, string problem) in failed)
            {
                json.WriteStartObject();
                json.WriteString("input", input);
                json.WriteStartArray("errors");
                json.WriteStartObject();
                json.WriteString("message", problem);
                json.WriteNumber("code", 139100);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
