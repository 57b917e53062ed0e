using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Resolves what the handlers and behaviors need when the app starts: a missing service is reported then, and not by the failed
/// run of a customer's first message.
/// </summary>
/// <remarks>
/// Only what the container itself cannot find keeps the app from starting. A constructor that throws, because a server is not reachable
/// yet, may succeed when an event comes.
/// </remarks>
internal sealed class HandlerStartCheck(IEnumerable<EndpointRegistration> endpoints, IServiceScopeFactory scopes) : IHostedService
{
    private const string Container = "Microsoft.Extensions.DependencyInjection";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        List<string> problems = [];
        foreach (EndpointRegistration endpoint in endpoints)
        {
            foreach (HandlerRegistration handler in endpoint.Handlers)
            {
                await LookAsync(endpoint, handler.Name, $"The handler \"{handler.Name}\"", handler.Services, problems)
                    .ConfigureAwait(false);
            }

            foreach (Type behavior in endpoint.Behaviors.Select(behavior => behavior.Service).OfType<Type>())
            {
                await LookAsync(endpoint, behavior.Name, $"The behavior {behavior.Name}", [behavior], problems).ConfigureAwait(false);
            }
        }

        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join(' ', problems));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task LookAsync(
        EndpointRegistration endpoint, string name, string who, IReadOnlyList<Type> services, List<string> problems)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            // An event of no type, so that constructors that take the context can be tried.
            scope.ServiceProvider.GetRequiredService<WebhookContextHolder>().Context =
                new(new UnknownEvent(), endpoint.Name, WebhookClaim.Claimed(new("start", name), Guid.Empty, attempt: 1));
            foreach (Type service in services)
            {
                if (Problem(scope.ServiceProvider, service) is { } problem)
                {
                    string place = endpoint.Name.Length == 0 ? "" : $" of the endpoint \"{endpoint.Name}\"";
                    problems.Add($"{who}{place} cannot run: {problem}");
                }
            }
        }
    }

    private static string? Problem(IServiceProvider scope, Type service)
    {
        try
        {
            return scope.GetService(service) is null
                ? $"no service {service.FullName} is registered. Register it before builder.Build()."
                : null;
        }
        catch (InvalidOperationException exception) when (exception.Source?.StartsWith(Container, StringComparison.Ordinal) == true)
        {
            return exception.Message;
        }
        catch (Exception)
        {
            // A constructor of the app's own that throws today may not tomorrow: the run of the event tells.
            return null;
        }
    }
}
