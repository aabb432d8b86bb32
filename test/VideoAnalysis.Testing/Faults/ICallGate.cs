namespace VideoAnalysis.Testing.Faults;

/// <summary>
/// Stands between a process and everything outside it: decides when a call happens, and what becomes of it.
/// </summary>
public interface ICallGate
{
    /// <summary>Makes a call, when and if the gate lets it.</summary>
    /// <param name="process">Who calls.</param>
    /// <param name="name">The call's name.</param>
    /// <param name="action">The call itself.</param>
    Task<T> CallAsync<T>(ProcessLife process, string name, Func<Task<T>> action);
}
