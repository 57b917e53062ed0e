namespace WhatsCommerce.Testing;

/// <summary>Razorpay refuses a request.</summary>
internal sealed class RazorpayRefusal(string message, string? field = null) : LocalRefusal(message)
{
    public int Status { get; init; } = 400;
    public string Code { get; init; } = "BAD_REQUEST_ERROR";

    public static RazorpayRefusal Missing() => new("The id provided does not exist");

    public override LocalResponse ToResponse() => LocalResponse.Json(Status, new JsonObject
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
