using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>Takes whoever a cookie names as an agent: the authentication of an app, as short as it can be.</summary>
internal sealed class AgentScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "agents";
    public const string Cookie = "agent";

    /// <summary>Registers the scheme, and a policy that asks for it.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthentication(Name).AddScheme<AuthenticationSchemeOptions, AgentScheme>(Name, _ => { });
        services.AddAuthorizationBuilder().AddPolicy(Name, policy => policy.RequireAuthenticatedUser());
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[Cookie] is not { Length: > 0 } agent)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        ClaimsPrincipal user = new(new ClaimsIdentity([new Claim(ClaimTypes.Name, agent)], Name));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, Name)));
    }
}
