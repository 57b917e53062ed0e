using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FullShop;

/// <summary>
/// Signs in every user of this machine as Ann, so that the inbox needs no password here. In your own shop, use your sign-in instead; the
/// inbox takes the name from its claims.
/// </summary>
internal sealed class LocalAgent(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ann";

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication(nameof(LocalAgent)).AddScheme<AuthenticationSchemeOptions, LocalAgent>(nameof(LocalAgent), null);
        services.AddAuthorization();
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Connection.RemoteIpAddress is not IPAddress address || !IPAddress.IsLoopback(address))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        ClaimsIdentity ann = new([new Claim(ClaimTypes.Name, Name)], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(ann), Scheme.Name)));
    }
}
