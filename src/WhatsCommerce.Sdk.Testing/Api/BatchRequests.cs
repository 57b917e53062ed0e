using Microsoft.AspNetCore.WebUtilities;

namespace WhatsCommerce.Testing;

/// <summary>
/// Several requests in one: <c>POST /</c> with <c>batch</c>, a JSON list of <c>method</c>, <c>relative_url</c> and <c>body</c>, as Meta's
/// own SDKs send it. Files, named requests and dependencies are not supported. Source: Meta, graph-api/batch-requests.
/// </summary>
internal static class BatchRequests
{
    private const int Most = 50;

    /// <summary>Whether a request is a batch: its path is the root, with or without a version, or <c>/batch</c>.</summary>
    public static bool IsBatch(ApiRequest request, GraphPath? path) =>
        request.Method == "POST" && (path is null || path is { Id: "batch" or "", Edge: "" } || IsVersion(path));

    public static async ValueTask<ApiResponse> HandleAsync(
        ApiRequest request, ApiCall call, Func<ApiRequest, ValueTask<ApiResponse>> handle)
    {
        Place batch = new(call.Json("batch"), "batch");
        ApiCall.Check(
            !batch.IsThere ? Refusals.Required("batch")
            : batch.Count is 0 or > Most ? Refusals.InvalidParameter($"A batch has from 1 to {Most} requests.")
            : null);
        List<ApiResponse> responses = [];
        foreach (Place item in batch.Items)
        {
            responses.Add(await handle(Inner(request, item)).ConfigureAwait(false));
        }

        return ApiResponse.Batch(responses);
    }

    private static ApiRequest Inner(ApiRequest outer, Place item)
    {
        string address = item["relative_url"].Text ?? "";
        int mark = address.IndexOf('?', StringComparison.Ordinal);
        string path = "/" + (mark < 0 ? address : address[..mark]).TrimStart('/');
        string body = item["body"].Json is { ValueKind: JsonValueKind.Object } json ? json.GetRawText() : item["body"].Text ?? "";
        bool isJson = body.TrimStart().StartsWith('{');
        return outer.Within(
            item["method"].Text?.ToUpperInvariant() ?? "GET",
            path,
            Values(mark < 0 ? "" : address[(mark + 1)..]),
            isJson ? Encoding.UTF8.GetBytes(body) : [],
            isJson ? new Dictionary<string, string>(StringComparer.Ordinal) : Values(body),
            isJson);
    }

    private static Dictionary<string, string> Values(string query) =>
        QueryHelpers.ParseQuery(query).ToDictionary(item => item.Key, item => item.Value[^1] ?? "", StringComparer.Ordinal);

    private static bool IsVersion(GraphPath path) =>
        path.Edge.Length == 0 && path.Id is ['v', >= '0' and <= '9', ..] && path.Id.Contains('.', StringComparison.Ordinal);
}
