using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WhatsCommerce.Webhooks;

/// <summary>Reads the body of a request into an array of its own.</summary>
internal static class RequestBody
{
    /// <summary>
    /// Reads the whole body. The array is exact and not pooled, since the events hold slices of it for as long as handlers keep them.
    /// </summary>
    /// <returns>The body, or <see langword="null"/> when it is larger than allowed.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
        {
            return null;
        }

        // The server has a limit of its own, which may be the smaller one. Ours is counted below: the server's counts the framing of
        // chunks as well, so that setting it to the same number would refuse bodies at the limit.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } serverLimit)
        {
            serverLimit.MaxRequestBodySize = null;
        }

        // The pipe collects what comes in its own blocks, so that a client that announces much and sends little is given little memory.
        PipeReader reader = context.Request.BodyReader;
        try
        {
            while (true)
            {
                ReadResult result = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
                ReadOnlySequence<byte> buffer = result.Buffer;
                if (buffer.Length > maxBytes)
                {
                    reader.AdvanceTo(buffer.End);
                    return null;
                }

                if (result.IsCompleted)
                {
                    byte[] body = buffer.ToArray();
                    reader.AdvanceTo(buffer.End);
                    return body;
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
