namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for the request of the blue badge, which stays PENDING until the test decides. Both bodies are accepted: that of Meta's
/// page (<c>business_website_url</c>, ...) and that of its published OpenAPI description (<c>action</c>, <c>application_data</c>).
/// </summary>
internal static class OfficialAccountEndpoints
{
    private const int Links = 5;

    public static ApiResponse Read(ApiCall call, EmulatedNumber number) => ApiResponse.Success(json =>
    {
        json.WriteString("id", number.Id.Value);
        json.WriteString("oba_status", number.OfficialStatus);
        json.WriteString("status_message", $"The request is {number.OfficialStatus}.");
    });

    public static ApiResponse Request(ApiCall call, EmulatedNumber number)
    {
        bool isPending = number.OfficialStatus == "PENDING";
        if (call.Text("action") == "WITHDRAW_APPLICATION")
        {
            ApiCall.Check(isPending ? null : new(409, 100, "Cannot withdraw application: No pending application found"));
            number.OfficialStatus = "CANCELLED";
            return ApiResponse.Done();
        }

        Place links = new(call.Json("supporting_links"), "supporting_links");
        ApiCall.Check(
            isPending ? new(400, 100, "Cannot submit application: An active application already exists")
            : call.Text("action") is null && string.IsNullOrWhiteSpace(call.Text("business_website_url"))
                ? Refusals.Required("business_website_url")
            : call.Text("action") is null && string.IsNullOrWhiteSpace(call.Text("primary_country_of_operation"))
                ? Refusals.Required("primary_country_of_operation")
            : links.Count > Links ? Refusals.InvalidParameter($"At most {Links} supporting links are allowed.")
            : links.Each(link => link.NeedWebAddress()));
        number.OfficialStatus = "PENDING";
        return ApiResponse.Done();
    }
}
