namespace WhatsCommerce.Testing;

/// <summary>PayPal refuses a request.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="name">The name of the error, such as <c>UNPROCESSABLE_ENTITY</c>.</param>
/// <param name="issue">What exactly is wrong, such as <c>ORDER_NOT_APPROVED</c>.</param>
/// <param name="message">What it means.</param>
internal sealed class PayPalRefusal(int status, string name, string issue, string message) : LocalRefusal(message)
{
    public string? Field { get; init; }

    public static PayPalRefusal Missing() =>
        new(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID", "Specified resource ID does not exist.");

    public static PayPalRefusal Invalid(string field, string issue, string message) =>
        new(400, "INVALID_REQUEST", issue, message) { Field = field };

    public static PayPalRefusal Unprocessable(string issue, string message, string? field = null) =>
        new(422, "UNPROCESSABLE_ENTITY", issue, message) { Field = field };

    public override LocalResponse ToResponse()
    {
        JsonObject detail = new() { ["issue"] = issue, ["description"] = Message };
        if (Field is not null)
        {
            detail["field"] = Field;
        }

        return LocalResponse.Json(status, new JsonObject
        {
            ["name"] = name,
            ["message"] = name switch
            {
                "RESOURCE_NOT_FOUND" => "The specified resource does not exist.",
                "INVALID_REQUEST" => "Request is not well-formed, syntactically incorrect, or violates schema.",
                "UNPROCESSABLE_ENTITY" => "The requested action could not be performed, semantically "
                    + "incorrect, or failed business validation.",
                _ => Message,
            },
            ["debug_id"] = LocalIds.Random(13),
            ["details"] = new JsonArray(detail),
        });
    }
}
