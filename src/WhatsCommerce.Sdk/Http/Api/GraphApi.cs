using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>Creates the Refit implementations of the API interfaces, over the one transport.</summary>
internal static class GraphApi
{
    // Paths are relative to it; the transport knows the real base address.
    private static readonly Uri Root = new("https://graph.invalid/");

    /// <summary>Creates an implementation of an API interface; it takes a few hundred bytes.</summary>
    /// <param name="transport">The way to the API.</param>
    /// <param name="json">Reads the responses and writes the bodies.</param>
    public static TApi Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(
        GraphTransport transport, JsonSerializerContext json)
        where TApi : class
    {
        FrozenDictionary<string, GraphOperation> operations = Shared<TApi>.Operations ??= ReadOperations(typeof(TApi), json);
        RefitSettings settings = Shared<TApi>.Settings ??= SettingsOf(json);
        // Neither holds a connection, so there is nothing to dispose.
        HttpClient client = new(new GraphApiHandler(transport, operations)) { BaseAddress = Root, Timeout = Timeout.InfiniteTimeSpan };
        return RestService.ForGenerated<TApi>(client, settings);
    }

    private static FrozenDictionary<string, GraphOperation> ReadOperations(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type api, JsonSerializerContext json) =>
        api.GetMethods()
            .Select(method => (method.Name, Facts: method.GetCustomAttribute<GraphOperationAttribute>(), method.ReturnType))
            .Where(method => method.Facts is not null)
            .ToFrozenDictionary(
                method => method.Name, method => OperationOf(method.Facts!, method.ReturnType.GenericTypeArguments[0], json));

    private static GraphOperation OperationOf(GraphOperationAttribute facts, Type response, JsonSerializerContext json)
    {
        JsonTypeInfo type = json.GetTypeInfo(response)
            ?? throw new InvalidOperationException($"{json.GetType().Name} does not know {response}, the response of {facts.Name}.");
        return new GraphOperation(facts.Name, ResponseReader.Of(type, facts)) { IfRefused = facts.IfRefused };
    }

    private static RefitSettings SettingsOf(JsonSerializerContext json) => new(new GraphContentSerializer(json), new GraphUrlFormatter())
    {
        // The transport already throws the exception.
        ExceptionFactory = static _ => default,
        TransportExceptionFactory = static (_, exception, _) => exception,
    };

    // Read once for each interface.
    private static class Shared<TApi>
    {
        public static FrozenDictionary<string, GraphOperation>? Operations { get; set; }
        public static RefitSettings? Settings { get; set; }
    }
}
