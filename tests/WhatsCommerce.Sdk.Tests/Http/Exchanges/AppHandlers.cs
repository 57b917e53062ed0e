using System.Net;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>Handlers as apps have them: each does to a request what would send a message twice, or tell its outcome wrongly.</summary>
internal static class AppHandlers
{
    private const int Attempts = 3;

    /// <summary>Every kind, by name.</summary>
    public static IReadOnlyDictionary<string, Func<DelegatingHandler>> All { get; } = new Dictionary<string, Func<DelegatingHandler>>
    {
        ["repeats"] = () => new Handler((request, next, end) => RepeatAsync(() => next(request, end))),
        ["repeats copies"] = () =>
            new Handler((request, next, end) => RepeatAsync(async () => await next(await CopyAsync(request, end), end))),
        ["repeats buffered"] = () => new Handler(async (request, next, end) =>
        {
            await (request.Content?.LoadIntoBufferAsync(end) ?? Task.CompletedTask);
            return await RepeatAsync(() => next(request, end));
        }),
        ["reads first"] = () => new Handler(async (request, next, end) =>
        {
            _ = await (request.Content?.ReadAsStringAsync(end) ?? Task.FromResult(""));
            return await next(request, end);
        }),
        ["hedges"] = () => new Handler(async (request, next, end) =>
        {
            HttpRequestMessage copy = await CopyAsync(request, end);
            Task<HttpResponseMessage> second = next(copy, end);
            return await await Task.WhenAny(second, next(request, end));
        }),
        ["hides errors"] = () => new Handler(async (request, next, end) =>
        {
            HttpResponseMessage response = await next(request, end);
            return response.IsSuccessStatusCode ? response : throw new AppException("The service is not well.");
        }),
    };

    /// <summary>Repeats what fails; the last failure is what the caller gets.</summary>
    public static Handler Repeats() => new((request, next, end) => RepeatAsync(() => next(request, end)));

    /// <summary>Gives an attempt up when the test says so, and makes another one.</summary>
    public static Handler CutsShort(Task cut, int attempts) => new(async (request, next, end) =>
    {
        for (int attempt = 1; ; attempt++)
        {
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(end);
            Task<HttpResponseMessage> answer = next(request, patience.Token);
            if (attempt == attempts || await Task.WhenAny(answer, cut) == answer)
            {
                return await answer;
            }

            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        }
    });

    /// <summary>Gives up when the test says so, in a way of its own.</summary>
    public static Handler GivesUp(Task cut) => new(async (request, next, end) =>
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(end);
        Task<HttpResponseMessage> answer = next(request, patience.Token);
        if (await Task.WhenAny(answer, cut) == answer)
        {
            return await answer;
        }

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        throw new AppException("The operation took longer than 10 seconds.");
    });

    // The copy has nothing of the request but what goes over the wire.
    public static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpRequestMessage copy = new(request.Method, request.RequestUri);
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (request.Content is not null)
        {
            copy.Content = new ByteArrayContent(await request.Content.ReadAsByteArrayAsync(cancellationToken));
            copy.Content.Headers.ContentType = request.Content.Headers.ContentType;
        }

        return copy;
    }

    private static async Task<HttpResponseMessage> RepeatAsync(Func<Task<HttpResponseMessage>> send)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                HttpResponseMessage response = await send();
                if (response.StatusCode is not (>= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests)
                    || attempt == Attempts)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (Exception) when (attempt < Attempts)
            {
                // Once more.
            }
        }
    }

    /// <summary>What a handler of the app throws.</summary>
    internal sealed class AppException(string message) : Exception(message);

    /// <summary>A handler of one line.</summary>
    internal sealed class Handler(
        Func<HttpRequestMessage, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>, CancellationToken,
        Task<HttpResponseMessage>> send)
        : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            send(request, base.SendAsync, cancellationToken);
    }
}
