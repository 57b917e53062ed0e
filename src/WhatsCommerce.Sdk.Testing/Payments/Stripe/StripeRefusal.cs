using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace WhatsCommerce.Testing;

/// <summary>Stripe refuses a request.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It never leaves the local provider.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the local provider.")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is what it is called there.")]
internal sealed class StripeRefusal(string message) : Exception(message)
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

    public LocalAnswer ToAnswer()
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

        return LocalAnswer.Json(Status, new JsonObject { ["error"] = error });
    }
}
