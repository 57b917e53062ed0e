namespace WhatsCommerce.Testing;

/// <summary>
/// Handles all requests of the API in <see cref="HandleAsync"/>: checks the token, finds the object in the path and the endpoint in the
/// <see cref="EndpointTable"/>, and checks the permission.
/// </summary>
internal sealed class CloudApi(
    EmulatedAccounts accounts,
    EmulatedPermissions permissions,
    GraphNodes nodes,
    EndpointTable endpoints,
    MediaEndpoints media,
    OnboardingEndpoints onboarding,
    EmulatedApp app)
{
    /// <summary>Whether a token is valid.</summary>
    public bool Knows(string? token) => Unauthorized(token) is null;

    /// <summary>Handles one request, or the requests of a batch.</summary>
    public async ValueTask<ApiResponse> HandleAsync(ApiRequest request)
    {
        GraphPath? path = GraphPath.Read(request.Path);
        bool isExchange = OnboardingEndpoints.IsExchange(path);
        if (!isExchange && !BatchRequests.IsBatch(request, path))
        {
            return await HandleOneAsync(request).ConfigureAwait(false);
        }

        using ApiCall call = new(request, path ?? new("", "", []));
        try
        {
            return isExchange
                ? onboarding.Exchange(call)
                : Unauthorized(request.Token) is { } unauthorized ? ApiResponse.Error(unauthorized)
                : await BatchRequests.HandleAsync(request, call, HandleOneAsync).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            return ApiResponse.Error(refused.Refusal);
        }
    }

    private async ValueTask<ApiResponse> HandleOneAsync(ApiRequest request)
    {
        if (Unauthorized(request.Token) is { } unauthorized)
        {
            return ApiResponse.Error(unauthorized);
        }

        // Files are not part of the graph, which only returns their URLs.
        if (request.Path.Split('/') is ["", "media", var file])
        {
            return media.Download(request, file);
        }

        if (GraphPath.Read(request.Path) is not { } path || !endpoints.Knows(path))
        {
            return ApiResponse.Error(new Refusal(400, 2500, $"Unknown path components: {request.Path}"));
        }

        if (nodes.Find(path.Id, request.Token!) is not { } node || endpoints.Find(request.Method, node, path) is not { } endpoint)
        {
            return ApiResponse.Error(UnknownObject(request.Method, path.Id));
        }

        if (!permissions.Has(endpoint.Permission))
        {
            return ApiResponse.Error(new Refusal(403, 200, $"(#200) Requires {endpoint.Permission} permission to manage the object"));
        }

        using ApiCall call = new(request, path);
        try
        {
            return await endpoint.Handler(call, node).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            return ApiResponse.Error(refused.Refusal);
        }
    }

    private Refusal? Unauthorized(string? token) => token switch
    {
        null or "" => new(401, 104, "An access token is required to request this resource"),
        _ when accounts.Numbers.Any(number => number.HasToken(token)) || app.HasToken(token) => null,
        _ => new(401, 190, "Invalid OAuth access token - Cannot parse access token"),
    };

    private static Refusal UnknownObject(string method, string id) => new(
        400,
        100,
        $"Unsupported {Verb(method)} request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does "
            + "not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api")
    {
        Type = "GraphMethodException",
        Subcode = 33,
    };

    private static string Verb(string method) => method switch
    {
        "GET" or "HEAD" => "get",
        "DELETE" => "delete",
        _ => "post",
    };
}
