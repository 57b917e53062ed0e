using System.Text;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>Requests as they went over the wire, for snapshots.</summary>
internal static class Wire
{
    /// <summary>Verb, path, parameters and body of each request, in order.</summary>
    public static string Describe(StubMeta meta)
    {
        StringBuilder text = new();
        foreach (StubMeta.Request request in meta.Requests)
        {
            text.Append(request.Method).Append(' ').Append(request.Uri.PathAndQuery).Append('\n');
            if (request.Body.Length > 0)
            {
                text.Append(request.Body).Append('\n');
            }
        }

        return text.ToString();
    }
}
