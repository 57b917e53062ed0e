using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace WhatsCommerce.Testing;

/// <summary>Razorpay refuses a request.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It never leaves the local provider.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the local provider.")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is what it is called there.")]
internal sealed class RazorpayRefusal(string message, string? field = null) : Exception(message)
{
    public int Status { get; init; } = 400;

    public string Code { get; init; } = "BAD_REQUEST_ERROR";

    public static RazorpayRefusal Missing() => new("The id provided does not exist");

    public LocalAnswer ToAnswer() => LocalAnswer.Json(Status, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = Code,
            ["description"] = Message,
            ["field"] = field,
            ["source"] = "business",
            ["step"] = "payment_initiation",
            ["reason"] = "input_validation_failed",
            ["metadata"] = new JsonObject(),
        },
    });
}
