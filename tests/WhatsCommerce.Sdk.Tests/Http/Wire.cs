using System.Text;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>Requests as they went over the wire, for snapshots.</summary>
internal static class Wire
{
    /// <summary>Every request: verb and path, each parameter on a line, and the body.</summary>
    public static string Describe(IEnumerable<StubMeta.Request> requests)
    {
        StringBuilder text = new();
        foreach (StubMeta.Request request in requests)
        {
            text.Append(request.Method).Append(' ').Append(request.Uri.AbsolutePath).Append('\n');
            foreach (string parameter in request.Uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append("    ").Append(Uri.UnescapeDataString(parameter)).Append('\n');
            }

            if (request.Body.Length > 0)
            {
                text.Append("    ").Append(request.Body).Append('\n');
            }
        }

        return text.ToString();
    }
}
