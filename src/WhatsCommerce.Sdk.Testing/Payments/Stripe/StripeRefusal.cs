namespace WhatsCommerce.Testing;

/// <summary>Stripe refuses a request.</summary>
internal sealed class StripeRefusal(string message) : LocalRefusal(message)
{
    public int Status { get; init; } = 400;
    public string Type { get; init; } = "invalid_request_error";
    public string? Code { get; init; }
    public string? Param { get; init; }

    public static StripeRefusal Missing(string kind, string id) => new($"No such {kind}: '{id}'")
    {
        Status = 404,
        Code = "resource_missing",
        Param = "id",
    };

    public override LocalResponse ToResponse()
    {
        JsonObject error = new() { ["type"] = Type, ["message"] = Message };
        if (Code is not null)
        {
            error["code"] = Code;
        }

        if (Param is not null)
        {
            error["param"] = Param;
        }

        return LocalResponse.Json(Status, new JsonObject { ["error"] = error });
    }
}
